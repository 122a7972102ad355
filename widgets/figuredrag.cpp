// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figuredrag.h"

#include <QApplication>
#include <QDir>
#include <QDrag>
#include <QFile>
#include <QMimeData>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QUrl>
#include <QWidget>

#include <optional>

namespace WhiteBox {

namespace {

constexpr double kPreview = 0.25; ///< pixels a point of the picture under the pointer

const QString kPng = QStringLiteral("image/png");
const QString kSvg = QStringLiteral("image/svg+xml");

/// One file, replaced by the next figure of the same name.
std::optional<QUrl> fileOf(const QString &name, const QByteArray &bytes)
{
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/whitebox-figure-XXXXXX"));
    QFile file(folder.filePath(name));
    if (!folder.isValid() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return std::nullopt; // the picture itself still travels
    return QUrl::fromLocalFile(file.fileName());
}

} // namespace

QMimeData *figureMime(const FigurePanel &panel, const FigureNotes &notes)
{
    auto *mime = new QMimeData;
    mime->setImageData(figureImage(panel, notes));
    for (const auto &[format, type] : {std::pair{FigureFormat::Png, kPng}, {FigureFormat::Svg, kSvg}})
        if (const auto bytes = figureBytes(panel, notes, format); bytes.isOk())
            mime->setData(type, bytes.value());
    return mime;
}

QMimeData *figureFilesMime(const FigurePanel &panel, const FigureNotes &notes)
{
    QMimeData *mime = figureMime(panel, notes);
    QList<QUrl> files;
    for (const auto &[type, suffix] : {std::pair{kPng, ".png"}, {kSvg, ".svg"}})
        if (const auto file = fileOf(panel.figureFileName() + QLatin1String(suffix), mime->data(type)))
            files << *file;
    mime->setUrls(files);
    return mime;
}

FigureDrag::FigureDrag(QWidget *widget, const FigurePanel *panel, Notes notes)
    : QObject(widget)
    , m_panel(panel)
    , m_notes(std::move(notes))
{
    m_start = [widget, panel](QMimeData *mime) {
        auto *drag = new QDrag(widget);
        drag->setMimeData(mime);
        drag->setPixmap(QPixmap::fromImage(figureImage(*panel, {}, kPreview)));
        drag->exec(Qt::CopyAction);
    };
    widget->installEventFilter(this);
    for (QWidget *part : widget->findChildren<QWidget *>()) // a plot within takes the mouse for itself
        part->installEventFilter(this);
}

bool FigureDrag::eventFilter(QObject *, QEvent *event)
{
    constexpr Qt::KeyboardModifiers kKeys = Qt::ControlModifier | Qt::ShiftModifier;
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_armed = mouse->button() == Qt::LeftButton && mouse->modifiers() == kKeys;
        m_pressed = mouse->position().toPoint();
        return m_armed;
    }
    if (event->type() == QEvent::MouseMove && m_armed) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if ((mouse->position().toPoint() - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return true;
        m_armed = false;
        if (const auto notes = m_notes())
            m_start(figureFilesMime(*m_panel, *notes));
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && m_armed) {
        m_armed = false;
        return true;
    }
    return false;
}

} // namespace WhiteBox
