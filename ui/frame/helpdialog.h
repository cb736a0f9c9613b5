#pragma once

#include "ui/widgets/dialogframe.h"

namespace accueil {

// All keys of the program on one card (F1).
class HelpDialog final : public DialogFrame
{
    Q_OBJECT
public:
    explicit HelpDialog(QWidget *parent);

private:
    void retranslate() override;

    class Button *m_close;
    class QGridLayout *m_keys;
};

} // namespace accueil
