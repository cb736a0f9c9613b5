#pragma once

#include "ui/page.h"

class QGridLayout;
class QLabel;

namespace accueil {

// What this program is, where its data and keys lie, and whose work it stands on.
class AboutPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit AboutPage(const PageContext &context, QWidget *parent = nullptr);

private:
    void retranslate() override;

    QLabel *m_what;
    QGridLayout *m_facts;
    QLabel *m_thanks;
    class Button *m_drill; // starts one; hidden in a drill
};

} // namespace accueil
