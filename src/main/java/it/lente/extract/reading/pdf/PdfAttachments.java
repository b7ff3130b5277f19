package it.lente.extract.reading.pdf;

import it.lente.extract.PlainReason;
import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.record.AttachmentState;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The files embedded in a PDF, such as those of a portfolio. */
final class PdfAttachments {

  private final EmbeddedFiles members;

  /** A damaged tree may be a ring. */
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private PdfAttachments(EmbeddedFiles members) {
    this.members = members;
  }

  /** Reads all files; never throws because of one. */
  static void read(PDDocument document, EmbeddedFiles members) {
    try {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      if (names != null && names.getEmbeddedFiles() != null) {
        new PdfAttachments(members).read(names.getEmbeddedFiles());
      }
    } catch (IOException | ClassCastException | IllegalArgumentException e) {
      members.addUnread("", AttachmentState.FAILED, PlainReason.of(e));
    }
  }

  private void read(PDNameTreeNode<PDComplexFileSpecification> node) throws IOException {
    if (!seen.add(node.getCOSObject()) || members.isFull()) {
      return;
    }
    Map<String, PDComplexFileSpecification> files = node.getNames();
    if (files != null) {
      for (Map.Entry<String, PDComplexFileSpecification> file : files.entrySet()) {
        read(file.getKey(), file.getValue());
      }
    }
    List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
    if (kids != null) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
        read(kid);
      }
    }
  }

  private void read(String key, PDComplexFileSpecification file) {
    PDEmbeddedFile content = file == null ? null : file.getEmbeddedFile();
    if (content == null) {
      // The entry only names a file elsewhere.
      return;
    }
    String name = file.getFilename() == null ? key : file.getFilename();
    try (InputStream bytes = content.createInputStream()) {
      members.add(name, bytes);
    } catch (IOException e) {
      members.addUnread(name, AttachmentState.FAILED, PlainReason.of(e));
    }
  }
}
