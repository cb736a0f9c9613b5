#include "ui/tablets/certificatedialog.h"

#include "ui/desk.h"
#include "ui/records/question.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/qrview.h"

#include <QFileDialog>
#include <QLabel>
#include <QSaveFile>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int squareSide = 180;

}

CertificateDialog::CertificateDialog(const RecordContext &desk, QWidget *parent)
    : DialogFrame(parent, metrics::narrowDialog)
    , m_desk(desk)
    , m_door(TabletDoor::of(desk.desk))
    , m_problem(new Banner(Tone::Warning))
    , m_facts(new QVBoxLayout)
    , m_addressTitle(new QLabel)
    , m_fingerprintTitle(new QLabel)
    , m_expiryTitle(new QLabel)
    , m_pageTitle(new QLabel)
    , m_qr(new QrView(squareSide))
    , m_save(new Button(Button::Second))
    , m_close(new Button(Button::Main))
{
    m_problem->setVisible(!m_door.isOpen() || !m_door.problem.isEmpty());
    body()->addWidget(m_problem);
    m_facts->setSpacing(metrics::labelGap);
    m_addresses = addFact(m_facts, m_addressTitle, true);
    m_fingerprint = addFact(m_facts, m_fingerprintTitle, true);
    m_expiry = addFact(m_facts, m_expiryTitle, false);
    body()->addLayout(m_facts);
    m_qr->setObjectName(u"trustSquare"_s);
    m_qr->setAddress(m_door.trustAddress);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::labelGap);
    m_page = addFact(words, m_pageTitle, false);
    words->addStretch();
    auto *page = new QHBoxLayout;
    page->setSpacing(metrics::pageMargin);
    page->addWidget(m_qr, 0, Qt::AlignTop);
    page->addLayout(words, 1);
    body()->addLayout(page);
    const bool hasAuthority = !m_door.trustAddress.isEmpty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_pageTitle, m_page, m_qr, m_save})
        widget->setVisible(hasAuthority);
    m_fingerprintTitle->setVisible(!m_door.fingerprint.isEmpty());
    m_fingerprint->setVisible(!m_door.fingerprint.isEmpty());
    m_expiryTitle->setVisible(m_door.expiry.has_value());
    m_expiry->setVisible(m_door.expiry.has_value());
    m_addressTitle->setVisible(m_door.isOpen());
    m_addresses->setVisible(m_door.isOpen());
    m_save->setSymbol(Icon::Download);
    m_save->setObjectName(u"saveAuthority"_s);
    m_close->setKeyHint(Qt::Key_Escape);
    addFooterButton(m_save);
    addFooterButton(m_close);
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
    connect(m_save, &QPushButton::clicked, this, &CertificateDialog::saveAuthority);
    m_close->setFocus();
}

QLabel *CertificateDialog::addFact(QVBoxLayout *column, QLabel *title, bool isCode)
{
    title->setFont(fontFor(TextRole::Label));
    auto *text = new QLabel;
    text->setFont(fontFor(isCode ? TextRole::Code : TextRole::Body));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    title->setWordWrap(true);
    if (column->count() > 0)
        column->addSpacing(metrics::cardGap);
    column->addWidget(title);
    column->addWidget(text);
    return text;
}

void CertificateDialog::saveAuthority()
{
    auto *dialog = new QFileDialog(this, tr("Save the certificate as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(u"accueil-ca.crt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const QByteArray certificate = m_desk.desk->authorityCertificate();
        QSaveFile target(file);
        if (!target.open(QIODevice::WriteOnly) || target.write(certificate) != certificate.size() || !target.commit())
            tell(
                this, tr("The certificate was not saved"), tr("%1 cannot be written. Choose another place.").arg(file));
    });
    dialog->open();
}

void CertificateDialog::retranslate()
{
    setTitle(tr("Certificate of this desk"));
    if (!m_door.isOpen())
        m_problem->setWords(tr("Tablets cannot reach this desk"),
            m_door.problem.isEmpty() ? tr("Allow them in Settings, Tablets; this computer needs a network address too.")
                                     : m_door.problem);
    else
        m_problem->setWords(m_door.problem);
    m_addressTitle->setText(m_door.addresses.size() > 1 ? tr("Addresses for tablets") : tr("Address for tablets"));
    m_addresses->setText(m_door.addresses.join(u'\n'));
    m_fingerprintTitle->setText(tr("Fingerprint of the hospital’s authority (SHA-256)"));
    m_fingerprint->setText(m_door.fingerprint);
    m_expiryTitle->setText(tr("Certificate of this desk"));
    if (m_door.expiry) {
        const QString day = m_desk.time.exact(*m_door.expiry);
        m_expiry->setText(m_door.trustAddress.isEmpty() ? tr("Given by the hospital, good until %1").arg(day)
                                                        : tr("Good until %1; renewed by itself before").arg(day));
    }
    m_pageTitle->setText(tr("Page that hands out the certificate, once for each tablet"));
    m_page->setText(m_door.trustAddress);
    m_qr->setName(tr("Square that leads to the certificate"));
    m_save->setText(tr("&Save the certificate…"));
    m_close->setText(tr("&Close"));
}

} // namespace accueil
