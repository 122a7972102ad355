// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manualpages.h"

#include "widgets/explainbar.h"
#include "widgets/matrixview.h"
#include "widgets/startpage.h"

#include <QDockWidget>
#include <QHash>

namespace WhiteBox {

namespace {

/// By the docks' object names.
const QHash<QString, QString> &pagesOfDocks()
{
    static const QHash<QString, QString> pages{
        {QStringLiteral("jobs"), QStringLiteral("jobs.md")},
        {QStringLiteral("pair"), QStringLiteral("window.md#the-pair")},
        {QStringLiteral("trust"), QStringLiteral("trust.md")},
        {QStringLiteral("gradient"), QStringLiteral("tiles.md")},
        {QStringLiteral("coevolution"), QStringLiteral("tiles.md#the-coevolution-beside-it")},
        {QStringLiteral("field"), QStringLiteral("tiles.md#the-field")},
        {QStringLiteral("curve"), QStringLiteral("studies.md#curve")},
        {QStringLiteral("whatif"), QStringLiteral("studies.md#what-if")},
        {QStringLiteral("scatter"), QStringLiteral("studies.md#scatter")},
        {QStringLiteral("correlation"), QStringLiteral("studies.md#corr")},
        {QStringLiteral("sign"), QStringLiteral("studies.md#sign")},
        {QStringLiteral("randomisation"), QStringLiteral("trust.md#random-weights")},
        {QStringLiteral("patterns"), QStringLiteral("studies.md#patterns")},
        {QStringLiteral("array"), QStringLiteral("arrays.md")},
    };
    return pages;
}

} // namespace

QString manualPageOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const MatrixView *>(widget))
            return QStringLiteral("window.md#the-map");
        if (qobject_cast<const ExplainBar *>(widget))
            return QStringLiteral("methods.md");
        if (qobject_cast<const StartPage *>(widget))
            return QStringLiteral("sequence.md");
        if (qobject_cast<const QDockWidget *>(widget) && pagesOfDocks().contains(widget->objectName()))
            return pagesOfDocks().value(widget->objectName());
    }
    return QStringLiteral("window.md");
}

} // namespace WhiteBox
