#include "ui/feedback/wordsfield.h"

#include "ui/feedback/letterbar.h"
#include "ui/feedback/wordsedit.h"
#include "ui/theme/type.h"

#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

WordsField::WordsField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new WordsEdit)
    , m_count(new QLabel)
{
    auto *letters = new LetterBar;
    m_count->setFont(fontFor(TextRole::Small));
    auto *below = new QHBoxLayout;
    below->setContentsMargins(0, 0, 8, 0);
    below->addWidget(letters, 1);
    below->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_edit, 1);
    column->addLayout(below);
    m_edit->setMinimumHeight(110);
    setFocusProxy(m_edit);
    connect(letters, &LetterBar::chosen, m_edit, &WordsEdit::insertLetter);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &WordsField::count);
    count();
}

QString WordsField::text() const
{
    return m_edit->toPlainText();
}

void WordsField::setText(const QString &text)
{
    m_edit->setPlainText(text);
}

void WordsField::count()
{
    const qsizetype used = text().toUcs4().size();
    const QLocale locale;
    m_count->setText(tr("%1 / %2", "characters used, allowed").arg(locale.toString(used), locale.toString(longest)));
    m_count->setProperty("ink", used > longest ? u"danger"_s : u"muted"_s);
    m_count->style()->unpolish(m_count);
    m_count->style()->polish(m_count);
}

} // namespace accueil
