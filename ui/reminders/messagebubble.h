#pragma once

#include <QLabel>

namespace accueil {

// A message as its reader will see it: words on a soft bubble.
class MessageBubble final : public QLabel
{
    Q_OBJECT
public:
    explicit MessageBubble(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace accueil
