// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studylist.h"

#include "widgets/correlationpanel.h"
#include "widgets/curvepanel.h"
#include "widgets/patternspanel.h"
#include "widgets/randomisationpanel.h"
#include "widgets/scatterpanel.h"
#include "widgets/signpanel.h"
#include "widgets/whatifpanel.h"

#include <QCoreApplication>

namespace WhiteBox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StudyList", text);
}

} // namespace

StudyList::StudyList(PairSelection *selection, ViewSettings *settings, ExplanationController *controller)
    : patterns(new PatternsPanel(selection, settings, controller))
{
    studies = {{"curve", tr("Curve"), new CurvePanel(controller)},
               {"whatif", tr("What-if"), new WhatIfPanel(selection, settings, controller)},
               {"scatter", tr("Scatter"), new ScatterPanel(selection, controller)},
               {"correlation", tr("Corr."), new CorrelationPanel(selection, settings, controller)},
               {"sign", tr("Sign"), new SignPanel(selection, settings, controller)},
               {"randomisation", tr("Random"), new RandomisationPanel(controller)},
               {"patterns", tr("Patterns"), patterns}};
}

} // namespace WhiteBox
