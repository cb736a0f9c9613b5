#include "ui/feedback/wordsedit.h"

#include <QKeyEvent>

namespace accueil {

using namespace Qt::StringLiterals;

WordsEdit::WordsEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
}

std::optional<QChar> WordsEdit::composed(QChar key)
{
    struct Pair
    {
        char16_t key;
        char16_t letter;
    };
    static constexpr Pair pairs[] = {
        {u'b', u'ɓ'},
        {u'B', u'Ɓ'},
        {u'd', u'ɗ'},
        {u'D', u'Ɗ'},
        {u'e', u'ɛ'},
        {u'E', u'Ɛ'},
        {u'a', u'ə'},
        {u'A', u'Ə'},
        {u'n', u'ŋ'},
        {u'N', u'Ŋ'},
        {u'o', u'ɔ'},
        {u'O', u'Ɔ'},
        {u'm', u'ñ'},
        {u'M', u'Ñ'},
        {u'\'', u'\u0301'},
        {u'`', u'\u0300'},
        {u'^', u'\u0302'},
        {u'v', u'\u030C'},
        {u'-', u'\u0304'},
    };
    for (const Pair &pair : pairs) {
        if (key == pair.key)
            return QChar(pair.letter);
    }
    return std::nullopt;
}

void WordsEdit::insertLetter(QChar letter)
{
    QTextCursor cursor = textCursor();
    QString text{letter};
    if (letter.isMark() && !cursor.hasSelection()
        && cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor))
        text.prepend(cursor.selectedText());
    cursor.insertText(text.normalized(QString::NormalizationForm_C));
    setTextCursor(cursor);
}

void WordsEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Semicolon && event->modifiers().testFlag(Qt::ControlModifier)) {
        m_composing = true;
        return;
    }
    // Shift and the like arrive as keys of their own before the letter.
    if (m_composing && !event->text().isEmpty()) {
        m_composing = false;
        if (const std::optional<QChar> letter = composed(event->text().at(0))) {
            insertLetter(*letter);
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace accueil
