#pragma once

#include "ui/background.h"
#include "ui/records/question.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/field.h"

#include <functional>

namespace accueil {

class Button;

// How a form is stored, and what it shows when another desk has stored the record since it was read. `store` and
// `read` run on a worker thread and must touch nothing of the dialog.
template <typename Answer, typename Record = Answer>
struct Saving
{
    QString name; // of the record, for the question whose words stay
    std::optional<qint64> version; // that was read; nothing: a new record
    std::function<Result<Answer>(std::optional<qint64> version)> store;
    std::function<void(const Answer &)> stored;
    std::function<Result<Record>()> read;
    std::function<void(const Record &)> showTheirs;
};

// A form for one record: Close (Esc) and Save (Ctrl+S) below it, closed by nothing while it saves. Forms fill body()
// and answer save(). What is wrong stands at its field, or below the form where it belongs to none.
class RecordDialog : public DialogFrame
{
    Q_OBJECT
public:
    RecordDialog(int width, QWidget *parent);

    void reject() override;

protected:
    virtual void save() = 0;

    void setForm(QWidget *form);
    void addSecondButton(Button *button); // left of Save
    void setProblem(const QString &problem); // empty: none
    void setBusy(bool busy); // the focus comes back to where it was
    bool isBusy() const { return m_busy; }
    void setReadOnly(bool readOnly); // only to be looked at
    void closeSaved() { QDialog::accept(); }
    void retranslate() override;

    Field *addField(QWidget *control, const QString &label, const QStringList &wireNames);
    virtual void showProblems(const Error &error);
    // Busy until it is done; a record that another desk has stored meanwhile is asked about.
    template <typename Answer, typename Record>
    void store(const Saving<Answer, Record> &saving);

    FieldGroup m_fields;

private:
    template <typename Answer, typename Record>
    void settleConflict(const Saving<Answer, Record> &saving);

    QWidget *m_form = nullptr;
    QPointer<QWidget> m_focused;
    Button *m_leave;
    Button *m_save;
    bool m_busy = false;
};

template <typename Answer, typename Record>
void RecordDialog::store(const Saving<Answer, Record> &saving)
{
    setBusy(true);
    inBackground(
        this, [store = saving.store, version = saving.version] { return store(version); },
        [this, saving](const Result<Answer> &answer) {
            setBusy(false);
            if (!answer && answer.error().code == ErrorCode::VersionMismatch)
                return settleConflict(saving);
            if (!answer)
                return showProblems(answer.error());
            saving.stored(*answer);
        });
}

template <typename Answer, typename Record>
void RecordDialog::settleConflict(const Saving<Answer, Record> &saving)
{
    setBusy(true);
    inBackground(this, saving.read, [this, saving](const Result<Record> &theirs) {
        setBusy(false);
        if (!theirs)
            return showProblems(theirs.error());
        askWhose(
            this, saving.name, [saving, now = *theirs] { saving.showTheirs(now); },
            [this, mine = saving, version = theirs->version]() mutable {
                mine.version = version;
                store(mine);
            });
    });
}

} // namespace accueil
