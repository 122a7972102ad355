// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

#include <vector>

namespace WhiteBox {

class PatternsPanel;

/// A study with the name that its dock, recipes and the command line know it by, and the title of its tab.
struct NamedStudy
{
    const char *name = "";
    QString title;
    StudyPanel *panel = nullptr;
};

/// Every study of an explained pair.
struct StudyList
{
    std::vector<NamedStudy> studies;
    PatternsPanel *patterns = nullptr; ///< one of them, which is also told the truth

    StudyList(PairSelection *selection, ViewSettings *settings, ExplanationController *controller);
};

} // namespace WhiteBox
