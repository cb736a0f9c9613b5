#pragma once

#include <QPlainTextEdit>

#include <optional>

namespace accueil {

// Text in any of the hospital's languages from any keyboard: Ctrl+; and then a letter gives the letter that the
// keyboard lacks (b gives ɓ), or puts a tone mark on the letter before the cursor. Tab leaves the field.
class WordsEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit WordsEdit(QWidget *parent = nullptr);

    // What `key` gives after Ctrl+;, in the case of `key`; nothing for other keys. Tone marks are combining characters.
    static std::optional<QChar> composed(QChar key);
    void insertLetter(QChar letter); // a combining character goes onto the letter before the cursor (Unicode NFC)

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_composing = false;
};

} // namespace accueil
