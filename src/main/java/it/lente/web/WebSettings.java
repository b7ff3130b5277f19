package it.lente.web;

import java.nio.file.Path;

/**
 * How to serve.
 *
 * @param port 0 for any that is free
 * @param attachments the folder that holds, below a folder for each process, the original files
 * @param brand how the institution that publishes them shows itself
 */
public record WebSettings(int port, Path attachments, Brand brand) {

  /** In nobody's name. */
  public WebSettings(int port, Path attachments) {
    this(port, attachments, Brand.NONE);
  }
}
