#pragma once

#include "ui/firstrun/section.h"
#include "ui/widgets/field.h"

class QCheckBox;
class QLabel;

namespace accueil {

class Banner;
class Button;
class KeyPanel;
class NoteLine;
class TextLine;

// The recovery key: made once, printed or saved, and two of its groups typed back before one goes on.
class KeySection final : public Section
{
    Q_OBJECT
public:
    explicit KeySection(QWidget *parent = nullptr);
    bool isComplete() const override;
    bool hasKey() const { return !m_groups.isEmpty(); }

    void setReady(bool ready); // the parts above are complete: the key may be made
    void setBusy(bool busy);
    void setKey(const QStringList &groups, const QString &hospital, const QString &date);
    void showProblem(const QString &problem);
    void saveTo(const QString &file); // the PDF

Q_SIGNALS:
    void keyWanted();

private:
    void retranslate() override;
    void build();
    void print();
    void chooseFile();
    void groupTyped();
    QString problemOf(int place) const; // what is wrong with the group typed in field 0 or 1

    QStringList m_groups;
    QString m_hospital;
    QString m_date;
    int m_asked[2] = {0, 1}; // places of the groups to type back
    Button *m_make;
    QWidget *m_shown;
    KeyPanel *m_panel;
    Button *m_print;
    Button *m_save;
    QCheckBox *m_stored;
    QLabel *m_back;
    QLabel *m_backHint;
    TextLine *m_group[2];
    NoteLine *m_groupNote;
    Banner *m_problem;
};

} // namespace accueil
