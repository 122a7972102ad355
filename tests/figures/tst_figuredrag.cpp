// SPDX-License-Identifier: GPL-3.0-or-later
// A figure dragged out is an image and two files; other gestures stay the widget's.
#include "widgets/figuredrag.h"
#include "widgets/plotpanel.h"

#include <QFile>
#include <QImageReader>
#include <QMimeData>
#include <QMouseEvent>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace WhiteBox;

namespace {

/// Counts the presses that reach it.
class Canvas : public QWidget
{
public:
    int presses = 0;

protected:
    void mousePressEvent(QMouseEvent *) override { ++presses; }
};

void send(QWidget *widget, QEvent::Type type, QPoint at, Qt::KeyboardModifiers keys)
{
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget->mapToGlobal(at), button, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TestFigureDrag : public QObject
{
    Q_OBJECT

    Canvas m_canvas;
    PlotPanel m_panel{QStringLiteral("curve")};
    std::unique_ptr<QMimeData> m_dragged;
    bool m_isSettled = true;

    void drag(Qt::KeyboardModifiers keys, int distance)
    {
        m_dragged.reset();
        m_canvas.presses = 0;
        send(&m_canvas, QEvent::MouseButtonPress, {10, 10}, keys);
        send(&m_canvas, QEvent::MouseMove, {10 + distance, 10}, keys);
        send(&m_canvas, QEvent::MouseButtonRelease, {10 + distance, 10}, keys);
    }

private Q_SLOTS:
    void initTestCase()
    {
        PlotPicture picture;
        picture.title = QStringLiteral("title");
        picture.series = {{QStringLiteral("y"), {0, 1}, {0, 1}, Qt::red}};
        m_panel.setPicture(picture);
        auto *drag = new FigureDrag(&m_canvas, &m_panel, [this]() -> std::optional<FigureNotes> {
            if (!m_isSettled)
                return std::nullopt;
            return FigureNotes{{QStringLiteral("caption")}, "{}"};
        });
        drag->setStarter([this](QMimeData *mime) { m_dragged.reset(mime); });
    }

    void theFigureIsImageAndFiles()
    {
        drag(Qt::ControlModifier | Qt::ShiftModifier, 40);
        QVERIFY(m_dragged);
        QCOMPARE(m_canvas.presses, 0);
        QVERIFY(m_dragged->hasImage());
        QVERIFY(m_dragged->data(QStringLiteral("image/svg+xml")).contains("<svg"));
        const QList<QUrl> files = m_dragged->urls();
        QCOMPARE(files.size(), 2);
        QVERIFY(files[0].toLocalFile().endsWith(QStringLiteral("/curve.png")));
        QCOMPARE(QImageReader(files[0].toLocalFile()).read().size(),
                 m_dragged->imageData().value<QImage>().size());
        QFile svg(files[1].toLocalFile());
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QCOMPARE(svg.readAll(), m_dragged->data(QStringLiteral("image/svg+xml")));
    }

    void aShortMoveIsNoDrag()
    {
        drag(Qt::ControlModifier | Qt::ShiftModifier, 2);
        QVERIFY(!m_dragged);
    }

    void whatStillShowsAnEarlierPairStays()
    {
        m_isSettled = false;
        drag(Qt::ControlModifier | Qt::ShiftModifier, 40);
        m_isSettled = true;
        QVERIFY(!m_dragged);
    }

    void otherGesturesReachTheWidget()
    {
        for (const auto keys :
             {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ControlModifier),
              Qt::KeyboardModifiers(Qt::AltModifier), Qt::KeyboardModifiers(Qt::ShiftModifier)}) {
            drag(keys, 40);
            QVERIFY(!m_dragged);
            QCOMPARE(m_canvas.presses, 1);
        }
    }

    void theClipboardHasNoFiles()
    {
        const std::unique_ptr<QMimeData> mime(figureMime(m_panel, {}));
        QVERIFY(mime->hasImage() && !mime->hasUrls()); // else a paste would open them
    }
};

QTEST_MAIN(TestFigureDrag)
#include "tst_figuredrag.moc"
