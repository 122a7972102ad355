// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/talkpage.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr double kMargin = 44;
constexpr double kHead = 62;
constexpr double kFoot = 26;
constexpr double kColumn = 340; ///< of text beside a picture
constexpr double kGutter = 28;
constexpr double kTextBelow = 190;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TalkPage)
};

/// A heading and a paragraph; gives where they end.
double paintText(QPainter &painter, const QRectF &room, const QString &heading, const QString &text,
                 const FigureStyle &style)
{
    if (text.isEmpty())
        return room.top();
    painter.setPen(style.text);
    painter.setFont(style.scaledFont(1.0, true));
    const double line = QFontMetricsF(painter.font()).height();
    painter.drawText(QRectF(room.left(), room.top(), room.width(), line), Qt::AlignLeft, heading);
    painter.setFont(style.scaledFont(1.0));
    const QRectF below = room.adjusted(0, line + 4, 0, 0);
    QRectF used;
    painter.drawText(below, Qt::TextWordWrap, text, &used);
    return used.bottom();
}

} // namespace

void TalkPage::paintHead(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    const QRectF inside = rect.adjusted(kMargin, kMargin * 0.75, -kMargin, -kMargin * 0.5);
    painter.setFont(style.scaledFont(1.7, true));
    painter.setPen(style.text);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, title);
    const double line = QFontMetricsF(painter.font()).height();
    painter.setFont(style.scaledFont(1.0));
    painter.setPen(style.muted);
    painter.drawText(inside.adjusted(0, line + 4, 0, 0), Qt::AlignLeft | Qt::AlignTop, subject);
    painter.setFont(style.scaledFont(0.75));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, footer);
    painter.drawText(inside, Qt::AlignRight | Qt::AlignBottom, number);
}

void TalkPage::paintPicture(QPainter &painter, const TalkPicture &picture, const QRectF &room,
                            const FigureStyle &style) const
{
    QRectF inside = room;
    if (!picture.label.isEmpty()) {
        painter.setFont(style.scaledFont(1.0, true));
        painter.setPen(style.text);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, picture.label);
        inside.adjust(0, QFontMetricsF(painter.font()).height() + 4, 0, 0);
    }
    // As large as its own shape allows.
    const QSizeF size = picture.isElastic
                            ? inside.size()
                            : picture.panel->figureSize().scaled(inside.size(), Qt::KeepAspectRatio);
    picture.panel->paintFigure(painter, QRectF(inside.topLeft(), size), style);
}

void TalkPage::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.fillRect(rect, style.background);
    paintHead(painter, rect, style);
    const QRectF body = rect.adjusted(kMargin, kMargin * 0.75 + kHead, -kMargin, -kMargin * 0.5 - kFoot);
    if (pictures.size() == 1) {
        const QRectF room = body.adjusted(0, 0, -kColumn - kGutter, 0);
        paintPicture(painter, pictures.front(), room, style);
        const QRectF text = body.adjusted(body.width() - kColumn, 0, 0, 0);
        const double end = paintText(painter, text, Text::tr("What is seen"), seen, style);
        paintText(painter, text.adjusted(0, end - text.top() + 18, 0, 0),
                  Text::tr("What the trust tests say"), worth, style);
        return;
    }
    paintSeveral(painter, body, style);
}

void TalkPage::paintSeveral(QPainter &painter, const QRectF &body, const FigureStyle &style) const
{
    // Two stand above their text; of three the text takes the fourth place.
    const double half = (body.width() - kGutter) / 2;
    const double upper = pictures.size() > 2 ? (body.height() - 12) / 2 : body.height() - kTextBelow;
    for (std::size_t k = 0; k < pictures.size(); ++k) {
        const double left = k % 2 == 0 ? body.left() : body.right() - half;
        const double top = k < 2 ? body.top() : body.top() + upper + 12;
        paintPicture(painter, pictures[k], QRectF(left, top, half, upper), style);
    }
    QRectF text(body.left(), body.bottom() - kTextBelow + 12, half, kTextBelow);
    if (pictures.size() > 2)
        text = QRectF(body.right() - half, body.top() + upper + 12, half, upper);
    const double end = paintText(painter, text, Text::tr("What is seen"), seen, style);
    if (pictures.size() > 2)
        text.setTop(end + 18);
    else
        text.moveLeft(body.right() - half);
    paintText(painter, text, Text::tr("What the trust tests say"), worth, style);
}

} // namespace WhiteBox
