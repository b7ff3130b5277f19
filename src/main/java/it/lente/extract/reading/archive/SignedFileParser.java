package it.lente.extract.reading.archive;

import it.lente.extract.ReasonException;
import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.record.ReasonCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetStringParser;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1SetParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.cms.SignedDataParser;
import org.bouncycastle.asn1.cms.TimeStampedDataParser;

/**
 * Takes the signed content out of signed and time-stamped files (p7m, tsd), in binary or base64.
 * Signatures are not verified. Public only because a service has to be.
 */
public final class SignedFileParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  private static final Set<ASN1ObjectIdentifier> ENCRYPTED =
      Set.of(
          CMSObjectIdentifiers.envelopedData,
          CMSObjectIdentifiers.encryptedData,
          CMSObjectIdentifiers.authEnvelopedData);

  private static final int SEQUENCE = 0x30;
  private static final String PEM = "-----";

  public SignedFileParser() {
    super(
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/timestamped-data");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, TikaException {
    ASN1StreamParser structure = new ASN1StreamParser(binary(new BufferedInputStream(bytes)));
    try {
      if (structure.readObject() instanceof ASN1SequenceParser sequence) {
        InputStream signed = signed(new ContentInfoParser(sequence));
        if (signed != null) {
          file.members().unwrap(innerName(metadata), signed);
        }
        return;
      }
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
      throw new ReasonException(ReasonCode.NOT_SIGNED.with(), e);
    }
    throw new ReasonException(ReasonCode.NOT_SIGNED.with());
  }

  /** Returns the signed content, or null if the signature is detached. */
  private static InputStream signed(ContentInfoParser info) throws IOException, TikaException {
    ASN1ObjectIdentifier type = info.getContentType();
    if (ENCRYPTED.contains(type)) {
      throw new EncryptedDocumentException("a key is needed");
    }
    ASN1Encodable content = info.getContent(BERTags.SEQUENCE);
    if (type.equals(CMSObjectIdentifiers.timestampedData)) {
      ASN1OctetStringParser octets = TimeStampedDataParser.getInstance(content).getContent();
      return octets == null ? null : octets.getOctetStream();
    }
    if (!type.equals(CMSObjectIdentifiers.signedData)) {
      throw new ReasonException(ReasonCode.NOT_SIGNED.with());
    }
    SignedDataParser data = SignedDataParser.getInstance(content);
    skip(data.getDigestAlgorithms());
    return data.getEncapContentInfo().getContent(BERTags.OCTET_STRING)
            instanceof ASN1OctetStringParser octets
        ? octets.getOctetStream()
        : null;
  }

  private static void skip(ASN1SetParser set) throws IOException {
    ASN1Encodable next = set.readObject();
    while (next != null) {
      next.toASN1Primitive();
      next = set.readObject();
    }
  }

  private static InputStream binary(BufferedInputStream bytes) throws IOException {
    bytes.mark(PEM.length());
    String start = new String(bytes.readNBytes(PEM.length()), StandardCharsets.ISO_8859_1);
    bytes.reset();
    if (!start.isEmpty() && start.charAt(0) == SEQUENCE) {
      return bytes;
    }
    if (start.equals(PEM)) {
      int letter = bytes.read();
      while (letter >= 0 && letter != '\n') {
        letter = bytes.read();
      }
    }
    return Base64.getMimeDecoder().wrap(bytes);
  }

  private static String innerName(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    return name == null ? "" : name.replaceFirst("(?i)\\.(p7m|p7s|tsd|m7m)$", "");
  }
}
