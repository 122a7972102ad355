// SPDX-License-Identifier: GPL-3.0-or-later
// Links to jobs, whitebox://job/<id>. They come from outside (browsers, mails, the command line), so nothing
// but the one form is taken.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

/// The link of a job of the library.
QString jobLink(const QString &id);
/// Whether a text means to be a link of White Box, right or wrong: no file of that name is looked for.
bool isMeantAsLink(const QString &text);
/// The id in a link: whitebox://job/ and 16 lower-case hexadecimal digits, nothing before, between or after
/// them. Fails: InvalidInput.
Result<QString> parseJobLink(const QString &link);

} // namespace WhiteBox
