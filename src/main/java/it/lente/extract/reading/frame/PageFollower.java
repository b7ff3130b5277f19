package it.lente.extract.reading.frame;

import it.lente.record.TextUnit;

/** Receives each page as soon as it is read. */
public interface PageFollower {

  /** Ignores all pages. */
  PageFollower NONE =
      new PageFollower() {
        @Override
        public void opened(String mediaType, TextUnit unit, int pages) {}

        @Override
        public void begun(int number) {}

        @Override
        public void read(ReadPage page) {}
      };

  /** Reports that the file is open, with the number of its pages. */
  void opened(String mediaType, TextUnit unit, int pages);

  /** Reports that a page is being read, numbered from 1. */
  void begun(int number);

  void read(ReadPage page);

  /** Returns a follower for a file inside this one, which reports all progress under one number. */
  default PageFollower ofInside(int unit) {
    PageFollower around = this;
    return new PageFollower() {
      @Override
      public void opened(String mediaType, TextUnit kind, int pages) {}

      @Override
      public void begun(int number) {
        around.begun(unit);
      }

      @Override
      public void read(ReadPage page) {}
    };
  }
}
