#pragma once

#include <QWidget>

class QHBoxLayout;

namespace accueil {

// The letters and tone marks that keyboards lack, to be pressed with the mouse; the keyboard has Ctrl+; for them, so
// the focus stays in the text.
class LetterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit LetterBar(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(QChar letter);

private:
    void addLetters(const QString &letters, QHBoxLayout *row);
};

} // namespace accueil
