// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figureexport.h"

#include <QObject>
#include <QPoint>

#include <functional>
#include <optional>

class QMimeData;
class QWidget;

namespace WhiteBox {

/// The figure for the clipboard, as PNG and as SVG. The caller's to delete.
QMimeData *figureMime(const FigurePanel &panel, const FigureNotes &notes);
/// The same for a drag: also as two files, in a folder that lives as long as the program.
QMimeData *figureFilesMime(const FigurePanel &panel, const FigureNotes &notes);

/// Lets a panel's figure be dragged out of its widget into another program with Ctrl+Shift and the mouse;
/// without these the widget's own gestures stay as they are.
class FigureDrag : public QObject
{
    Q_OBJECT

public:
    /// Nothing where the figure cannot be taken away now.
    using Notes = std::function<std::optional<FigureNotes>()>;
    using Starter = std::function<void(QMimeData *mime)>;

    /// notes: asked for when a drag begins. widget becomes the parent.
    FigureDrag(QWidget *widget, const FigurePanel *panel, Notes notes);
    /// What is done with a figure that is dragged, instead of a drag; for tests.
    void setStarter(Starter starter) { m_start = std::move(starter); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const FigurePanel *m_panel;
    Notes m_notes;
    Starter m_start;
    QPoint m_pressed;
    bool m_armed = false;
};

} // namespace WhiteBox
