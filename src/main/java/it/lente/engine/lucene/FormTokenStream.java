package it.lente.engine.lucene;

import it.lente.engine.hits.FieldForms;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The forms of many texts as Lucene takes them. */
final class FormTokenStream extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final FieldForms forms;

  FormTokenStream(FieldForms forms) {
    this.forms = forms;
  }

  @Override
  public boolean incrementToken() {
    int distance = forms.next();
    if (distance == 0) {
      return false;
    }
    clearAttributes();
    term.copyBuffer(forms.form().buffer(), 0, forms.form().length());
    increment.setPositionIncrement(distance);
    return true;
  }
}
