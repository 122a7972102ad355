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

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StudyList)
};

} // namespace

StudyList::StudyList(PairSelection *selection, ViewSettings *settings, ExplanationController *controller)
    : patterns(new PatternsPanel(selection, settings, controller))
{
    studies = {{"curve", Text::tr("Curve"), new CurvePanel(controller)},
               {"whatif", Text::tr("What-if"), new WhatIfPanel(selection, settings, controller)},
               {"scatter", Text::tr("Scatter"), new ScatterPanel(selection, controller)},
               {"correlation", Text::tr("Corr."), new CorrelationPanel(selection, settings, controller)},
               {"sign", Text::tr("Sign"), new SignPanel(selection, settings, controller)},
               {"randomisation", Text::tr("Random"), new RandomisationPanel(controller)},
               {"patterns", Text::tr("Patterns"), patterns}};
}

} // namespace WhiteBox
