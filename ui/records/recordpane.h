#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace accueil {

// The right of a page of records: one of them to be read, or a sentence while none is chosen. What is longer than the
// screen scrolls, with the arrow keys too once the record has the focus.
class RecordPane : public QWidget
{
    Q_OBJECT
public:
    explicit RecordPane(QWidget *parent = nullptr);

protected:
    enum class Focus { Record, Inside }; // who has it: the record, which arrows then scroll, or only what is in it
    void setRecord(QWidget *record, Focus focus = Focus::Record); // once; the pane owns it
    void setWords(const QString &nobody, const QString &record); // while none is chosen; the record's accessible name
    enum class Shown { Nobody, Record };
    void turnTo(Shown shown);

private:
    QStackedWidget *m_states;
    QLabel *m_nobody;
    QWidget *m_scroll = nullptr;
};

} // namespace accueil
