#pragma once

#include "app/domain/device.h"
#include "app/domain/listing.h"
#include "ui/page.h"
#include "ui/records/recordcontext.h"
#include "ui/tablets/tabletmodel.h"

#include <QTimer>

class QBoxLayout;
class QLabel;

namespace accueil {

class Banner;
class Button;
class StateView;
class TableView;
class ToggleChip;
class WardList;

// The tablets of the wards: who is there, who is out of reach with answers waiting; pair, rename, move, revoke; the
// certificate they trust and the poster that leads to their page.
class TabletsPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit TabletsPage(const PageContext &context, QWidget *parent = nullptr);
    void createNew() override;
    void editCurrent() override;
    void focusFilter() override;
    void focusList() override;
    void refresh() override;
    QList<PageCommand> commands() override;

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate() override;
    void makeTable();
    QLayout *makeChips();
    QLayout *makeNotes();
    void listen();
    void read();
    void showDevices(const Result<accueil::Page<Device>> &devices);
    void showCounts();
    void showActions();
    void choose(TabletView view);
    void pairAgain();
    void askRevocation();
    void revoke(DeviceId id);
    void openPairing(const std::optional<Device> &device);
    void showCertificate();
    void openPoster();
    void importFile();
    const Device *current() const;

    RecordContext m_desk;
    WardList *m_wards;
    TabletModel *m_model;
    TableView *m_table;
    StateView *m_state;
    Banner *m_problem;
    QList<ToggleChip *> m_views; // in the order of TabletView
    Button *m_pair;
    Button *m_certificate;
    Button *m_poster;
    Button *m_import;
    Button *m_edit;
    Button *m_code;
    Button *m_revoke;
    QBoxLayout *m_notes;
    QList<QLabel *> m_noteTitles;
    QList<QLabel *> m_noteTexts;
    QTimer m_soon; // several events in a row are read once
    QTimer m_slow; // what grows old without an event: who has not been heard of
    bool m_reading = false;
    bool m_again = false;
    bool m_known = false; // there was an answer
    DeviceId m_chosen; // stays chosen over a refresh
};

} // namespace accueil
