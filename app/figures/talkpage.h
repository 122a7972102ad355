// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figurepanel.h"

#include <QStringList>

#include <vector>

namespace WhiteBox {

/// A picture of a page, borrowed, with a word above it (empty: none).
struct TalkPicture
{
    const FigurePanel *panel = nullptr;
    QString label{};
    bool isElastic = false; ///< fills its room, whatever its own shape
};

/// One page of the talk, A4 across: one picture with its text beside it, two with their text
/// below, or three.
class TalkPage : public FigurePanel
{
public:
    QString title;
    QString subject; ///< protein, pair and channel: below the title
    std::vector<TalkPicture> pictures;
    QString seen;  ///< what is seen
    QString worth; ///< what the trust tests say of it
    QString footer;
    QString number; ///< "3 of 12"

    QString figureTitle() const override { return title; }
    QString figureFileName() const override { return QStringLiteral("talk"); }
    QSizeF figureSize() const override { return {1122.5, 793.7}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;

private:
    void paintHead(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;
    void paintSeveral(QPainter &painter, const QRectF &body, const FigureStyle &style) const;
    void paintPicture(QPainter &painter, const TalkPicture &picture, const QRectF &room,
                      const FigureStyle &style) const;
};

} // namespace WhiteBox
