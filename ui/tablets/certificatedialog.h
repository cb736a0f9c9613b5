#pragma once

#include "ui/records/recordcontext.h"
#include "ui/tablets/tabletdoor.h"
#include "ui/widgets/dialogframe.h"

class QLabel;
class QVBoxLayout;

namespace accueil {

class Banner;
class Button;
class QrView;

// How tablets reach this desk and why they may trust it: addresses, fingerprint, how long the certificate lasts, and
// the page that hands out the hospital's authority, with its square.
class CertificateDialog final : public DialogFrame
{
    Q_OBJECT
public:
    CertificateDialog(const RecordContext &desk, QWidget *parent);

private:
    QLabel *addFact(QVBoxLayout *column, QLabel *title, bool isCode);
    void retranslate() override;
    void saveAuthority();

    const RecordContext &m_desk;
    const TabletDoor m_door;
    Banner *m_problem;
    QVBoxLayout *m_facts;
    QLabel *m_addressTitle;
    QLabel *m_addresses;
    QLabel *m_fingerprintTitle;
    QLabel *m_fingerprint;
    QLabel *m_expiryTitle;
    QLabel *m_expiry;
    QLabel *m_pageTitle;
    QLabel *m_page;
    QrView *m_qr;
    Button *m_save;
    Button *m_close;
};

} // namespace accueil
