// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the top pairs on the map, and what they mean.
#pragma once

#include "widgets/figurepanel.h"
#include "widgets/pairranking.h"

#include <QPointF>

#include <vector>

namespace WhiteBox {

/// A ring, or a cross where the pair is none in the structure; colour alone tells nothing.
void paintMark(QPainter &painter, const QPointF &centre, double radius, TopPair::Verdict verdict);

/// One line: the note ("top L/5: 20 of 25 right") and, where there is room, each kind of mark that occurs
/// with its meaning.
void paintMarksLegend(QPainter &painter, const QRectF &line, const std::vector<TopPair> &marks,
                      const QString &note, const FigureStyle &style);

} // namespace WhiteBox
