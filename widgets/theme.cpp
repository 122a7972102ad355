// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QProxyStyle>
#include <QToolTip>

#include <utility>

namespace WhiteBox {

namespace {

struct Colors
{
    QRgb window, base, alternate, button, text, dim, highlight, highlightedText, tip, tipText, link;
};

QPalette paletteOf(const Colors &c)
{
    QPalette palette{QColor(c.button), QColor(c.window)};
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Button, c.button);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText}) {
        palette.setColor(role, c.text);
        palette.setColor(QPalette::Disabled, role, c.dim);
    }
    palette.setColor(QPalette::PlaceholderText, c.dim);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, c.highlightedText);
    palette.setColor(QPalette::ToolTipBase, c.tip);
    palette.setColor(QPalette::ToolTipText, c.tipText);
    palette.setColor(QPalette::Link, c.link);
    return palette;
}

/// Fusion, with its black icons in the colour of the text, and room for eight names beside each other.
class ThemeStyle : public QProxyStyle
{
public:
    ThemeStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {}

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        const int fusion = QProxyStyle::pixelMetric(metric, option, widget);
        return metric == PM_TabBarTabHSpace ? fusion * 3 / 5 : fusion;
    }

    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override
    {
        const QIcon icon = QProxyStyle::standardIcon(which, option, widget);
        return which == SP_MediaPlay || which == SP_MediaPause || which == SP_ToolBarHorizontalExtensionButton
                   ? inTextColor(icon)
                   : icon;
    }

private:
    static QIcon inTextColor(const QIcon &icon)
    {
        constexpr QSize kSize(16, 16);
        QIcon colored;
        for (const auto &[mode, role] : {std::pair(QIcon::Normal, QPalette::Text),
                                         std::pair(QIcon::Selected, QPalette::HighlightedText)}) {
            QPixmap drawn = icon.pixmap(kSize, qApp->devicePixelRatio());
            QPainter painter(&drawn);
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(QRect({}, kSize), QApplication::palette().color(role));
            painter.end();
            colored.addPixmap(drawn, mode);
        }
        return colored;
    }
};

} // namespace

QPalette lightPalette()
{
    return paletteOf({0xF3F3F5, 0xFFFFFF, 0xF0F0F3, 0xEAEAEE, 0x1B1B1F, 0x77777F, 0x1F6FB2, 0xFFFFFF,
                      0xFFFFE8, 0x1B1B1F, 0x0B5CAD});
}

QPalette darkPalette()
{
    return paletteOf({0x242529, 0x1A1B1E, 0x202125, 0x303238, 0xECECEE, 0x8E9097, 0x2F7FC4, 0xFFFFFF,
                      0x33353B, 0xECECEE, 0x7FC1FF});
}

void applyTheme(QApplication &app, Theme theme)
{
    // A style comes with a palette of its own: keep the desktop's choice between light and dark.
    const bool desktopIsDark = app.palette().color(QPalette::Window).lightnessF() < 0.5F;
    app.setStyle(new ThemeStyle);
    const bool dark = theme == Theme::Dark || (theme == Theme::System && desktopIsDark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    app.setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace WhiteBox
