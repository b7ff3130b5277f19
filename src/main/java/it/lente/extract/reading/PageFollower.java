package it.lente.extract.reading;

import it.lente.record.TextUnit;

/** Learns of each page when it is read, and not only in the end. */
interface PageFollower {

  /** Learns nothing. */
  PageFollower NONE =
      new PageFollower() {
        @Override
        public void opened(String mediaType, TextUnit unit, int pages) {}

        @Override
        public void begun(int number) {}

        @Override
        public void read(ReadPage page) {}
      };

  /**
   * The file is open.
   *
   * @param pages that it has
   */
  void opened(String mediaType, TextUnit unit, int pages);

  /**
   * A page is being read.
   *
   * @param number from 1
   */
  void begun(int number);

  void read(ReadPage page);

  /** Who is told of a file inside this one: that it goes on, under one number. */
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
