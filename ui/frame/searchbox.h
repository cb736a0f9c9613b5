#pragma once

#include "app/domain/patient.h"
#include "ui/page.h"

#include <QTimer>

class QListWidget;

namespace accueil {

class TextLine;

// The search of the whole program (Ctrl+K): patients of the registry as one types, pages and actions. Down and Up walk
// through what was found while the words stay in the field, Enter goes there, Esc closes.
class SearchBox : public QWidget
{
    Q_OBJECT
public:
    explicit SearchBox(const PageContext &context, QWidget *parent = nullptr);

    // What can be reached beside patients; asked when the search opens, in the present language.
    void setCommands(std::function<QList<PageCommand>()> commands);
    void begin(); // Ctrl+K

Q_SIGNALS:
    void patientChosen(accueil::PatientId patient);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void typed();
    void askRegistry();
    void showHits();
    void placeList();
    void close();
    void run(int row);
    bool walk(int key);

    PageContext m_context;
    TextLine *m_line;
    QListWidget *m_list;
    QTimer m_pause;
    std::function<QList<PageCommand>()> m_commands;
    QList<Patient> m_patients;
    QList<PageCommand> m_found;
    bool m_noAnswer = false;
    int m_question = 0; // answers to earlier ones are dropped
};

} // namespace accueil
