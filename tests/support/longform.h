// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of robustness have two forms: a short one that every run of the tests can afford, and a long one that
// packaging/robustness.sh asks for.
#pragma once

#include <QtGlobal>

namespace WhiteBox::Test {

/// Whether WHITEBOX_LONG is set.
inline bool isLongForm()
{
    return qEnvironmentVariableIsSet("WHITEBOX_LONG");
}

/// How often, how many or how long in the form that was asked for.
inline int inForm(int shortForm, int longForm)
{
    return isLongForm() ? longForm : shortForm;
}

} // namespace WhiteBox::Test
