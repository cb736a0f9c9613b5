#pragma once

#include <QWidget>

class QLabel;

namespace accueil {

class WordsEdit;

// The words of the person: the text, the letters that keyboards lack under it, and how much room is left.
class WordsField final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int longest = 2000; // characters; the rule itself is in validate(FeedbackDraft)

    explicit WordsField(QWidget *parent = nullptr);
    QString text() const;
    void setText(const QString &text);
    WordsEdit *edit() const { return m_edit; }

private:
    void count();

    WordsEdit *m_edit;
    QLabel *m_count;
};

} // namespace accueil
