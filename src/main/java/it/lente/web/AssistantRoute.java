package it.lente.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers assistants; the only route that is asked by POST. */
public interface AssistantRoute {

  /** The path of the route. */
  String PATH = "/mcp";

  /**
   * Answers one request.
   *
   * @param links the addresses and the language of the answer
   */
  void serve(HttpServletRequest request, HttpServletResponse response, SiteLinks links)
      throws ServletException, IOException;
}
