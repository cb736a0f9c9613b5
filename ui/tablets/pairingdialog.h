#pragma once

#include "app/domain/device.h"
#include "app/services/hospitalsettings.h"
#include "ui/records/recordcontext.h"
#include "ui/tablets/tabletdoor.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/field.h"

#include <QTimer>

class QLabel;
class QMenu;

namespace accueil {

class Banner;
class Button;
class CodeLabel;
class PairingSteps;
class QrView;
class StatusLight;
class TextLine;
class WardBox;
class WardList;

// Adds a tablet, or gives one that is there a new code: name and ward, then a code that one tablet may use within ten
// minutes, as a square for its camera and in letters. Ends when the tablet has called in.
class PairingDialog final : public DialogFrame
{
    Q_OBJECT
public:
    PairingDialog(const RecordContext &desk, WardList &wards, const std::optional<Device> &device, QWidget *parent);
    ~PairingDialog() override;
    bool hasUnsavedWork() const override;

Q_SIGNALS:
    void added(accueil::DeviceId id); // there is a tablet with this name now, paired or not
    void settingsWanted();

private:
    enum class Stage { Naming, Waiting, Paired };
    void build();
    QLayout *makeTop();
    Banner *makeFingerprint();
    void listen();
    void retranslate() override;
    void readSettings();
    void allowTablets();
    void showDoor();
    void askForCode();
    void giveCode(DeviceId id);
    void hasCode(const PairingCode &code);
    void rename();
    void tick();
    void lookAtDevice();
    void heardOf(const Device &device);
    void turnTo(Stage stage);
    void showSquare();
    void showStage();
    void said(const Error &error);
    DeviceDraft draft() const;

    const RecordContext &m_desk;
    Stage m_stage = Stage::Naming;
    std::optional<Device> m_device;
    QDateTime m_askedAt; // when the code was given, by this desk's clock
    std::optional<PairingCode> m_code;
    bool m_isTrustShown = false; // the square leads to the certificate
    TabletDoor m_door;
    std::optional<HospitalSettings> m_settings;

    Banner *m_closed;
    Button *m_mend;
    Button *m_toSettings;
    Banner *m_problem;
    QrView *m_qr;
    TextLine *m_name;
    WardBox *m_ward;
    Field *m_nameField;
    Field *m_wardField;
    FieldGroup m_fields;
    CodeLabel *m_codeLabel;
    PairingSteps *m_steps;
    Button *m_trust;
    Banner *m_trustBox;
    QLabel *m_fingerprint;
    Button *m_sheet;
    QMenu *m_sheetMenu;
    StatusLight *m_light;
    Button *m_close;
    Button *m_main;
    QTimer m_second;
    QTimer m_look; // another desk of the same store may have let the tablet in
};

} // namespace accueil
