#pragma once

#include "ui/tablets/paper.h"

#include <QWidget>

#include <optional>

namespace accueil {

// A sheet as it will be printed, small.
class PaperView final : public QWidget
{
    Q_OBJECT
public:
    explicit PaperView(QWidget *parent = nullptr);

    void setPaper(const Paper &paper);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Paper> m_paper;
};

} // namespace accueil
