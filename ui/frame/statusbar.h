#pragma once

#include "ui/widgets/pressbutton.h"

#include <QWidget>

class QLabel;

namespace accueil {

class FlowLayout;

enum class Light { Ok, Warning, Bad };

// A dot and its words; the dot's meaning is in the words too.
class StatusLight : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLight(QWidget *parent = nullptr);
    void setStatus(Light light, const QString &words, const QString &detail = {});
    Light light() const { return m_light; }
    QString words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Light m_light = Light::Ok;
    QString m_words;
};

// A light that can be pressed: there is more behind it.
class LightButton : public PressButton
{
    Q_OBJECT
public:
    explicit LightButton(QWidget *parent = nullptr);
    void setStatus(Light light, const QString &words, const QString &detail = {});
    Light light() const { return m_light; }
    QString words() const { return text(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Light m_light = Light::Ok;
};

// The slim bar at the bottom: server, database, queue, and the hospital's clock at the right. It takes more lines where
// the text is large.
class StatusBar : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);
    LightButton *server() const { return m_server; }
    StatusLight *database() const { return m_database; }
    StatusLight *queue() const { return m_queue; }
    void setClock(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();

    FlowLayout *m_lights;
    LightButton *m_server;
    StatusLight *m_database;
    StatusLight *m_queue;
    QLabel *m_clock;
};

} // namespace accueil
