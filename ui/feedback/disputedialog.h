#pragma once

#include "app/domain/dispute.h"
#include "app/domain/listing.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/dialogframe.h"

class QGridLayout;
class QLabel;

namespace accueil {

class Banner;
class Button;
class Field;
class ListBox;
class StateView;
struct DisputeLine;

// Submissions that came under an identity that another one has: the two side by side, what differs marked by a sign and
// in words, and one of them is kept. Goes on to the next until all are settled.
class DisputeDialog final : public DialogFrame
{
    Q_OBJECT
public:
    DisputeDialog(const RecordContext &desk, QWidget *parent);

private:
    void retranslate() override;
    void readList();
    void showList(const Result<Page<Dispute>> &disputes);
    void readChosen();
    void compare(const DisputeComparison &comparison);
    void addLine(int row, const DisputeLine &line);
    void addListening(int row, const DisputeComparison &comparison);
    void keep(DisputeChoice choice);
    void kept(const Result<Dispute> &answer);
    void tellItIsSettled();
    void setChoosing(bool possible);

    const RecordContext &m_desk;
    QList<Dispute> m_disputes;
    std::optional<DisputeComparison> m_comparison;
    int m_question = 0; // answers to earlier ones are dropped
    Banner *m_news;
    ListBox *m_choice;
    Field *m_choiceField;
    QLabel *m_count; // how many fields differ
    QWidget *m_sheet;
    QGridLayout *m_grid;
    StateView *m_state;
    Button *m_close;
    Button *m_stored;
    Button *m_received;
};

} // namespace accueil
