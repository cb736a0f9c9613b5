#include "ui/about/aboutpage.h"

#include "ui/desk.h"
#include "ui/drill/startdrill.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/plainscroll.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

namespace accueil {

using namespace Qt::StringLiterals;

AboutPage::AboutPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_what(new QLabel)
    , m_facts(new QGridLayout)
    , m_thanks(new QLabel)
    , m_drill(new Button(Button::Second))
{
    m_drill->setSymbol(Icon::LifeBuoy);
    m_drill->setObjectName(u"startDrill"_s);
    connect(m_drill, &QPushButton::clicked, this, [this] { startDrill(this, *this->context().desk); });
    addHeaderButton(m_drill);
    m_drill->setVisible(context.desk && !context.desk->isDrill());
    auto *card = new QFrame;
    card->setProperty("card", true);
    card->setMaximumWidth(760);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(28, 26, 28, 26);
    column->setSpacing(metrics::fieldGap);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(new IconLabel(Icon::HeartHandshake, 30, Tone::Accent, IconLabel::Tile));
    m_what->setWordWrap(true);
    head->addWidget(m_what, 1);
    column->addLayout(head);
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(10);
    m_facts->setColumnStretch(1, 1);
    column->addLayout(m_facts);
    m_thanks->setWordWrap(true);
    m_thanks->setFont(fontFor(TextRole::Small));
    m_thanks->setProperty("ink", u"muted"_s);
    column->addWidget(m_thanks);
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, metrics::pageMargin);
    rows->addWidget(card);
    rows->addStretch();
    body()->addWidget(plainScroll(inside));
}

void AboutPage::retranslate()
{
    setTitle(tr("About Accueil"));
    m_drill->setText(tr("Start a &drill"));
    m_drill->setToolTip(tr("Practise with invented patients: nothing is sent"));
    m_what->setText(tr(
        "The front desk of a hospital: patients are found in seconds, heard in their language, and reminded in time."));
    const Desk *desk = context().desk;
    const QString keys = desk && !desk->keyPlace().isEmpty() ? desk->keyPlace() : tr("the keyring of this computer");
    const QString server = desk ? desk->serverAddress() : QString();
    const QList<std::pair<QString, QString>> facts{
        {tr("Version"), desk ? desk->version() : QString()},
        {tr("Data"), desk ? desk->storeDescription() : QString()},
        {tr("Key"), keys},
        {tr("Folder"), desk ? desk->dataDirectory() : QString()},
        {tr("Web API"), server.isEmpty() ? tr("does not listen") : server + u"/docs"_s},
        {tr("Licence"), u"MIT"_s},
    };
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row) {
        auto *name = new QLabel(facts.at(row).first);
        name->setFont(fontFor(TextRole::Label));
        auto *value = new QLabel(facts.at(row).second);
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setWordWrap(true);
        value->setProperty("ink", u"text2"_s);
        m_facts->addWidget(name, row, 0, Qt::AlignTop);
        m_facts->addWidget(value, row, 1);
    }
    m_thanks->setText(tr("Built with Qt (LGPL), OpenSSL, libcurl, libphonenumber, QtKeychain, Swagger UI (Apache 2.0), "
                         "the icons of Lucide (ISC), and the Noto fonts (OFL)."));
}

} // namespace accueil
