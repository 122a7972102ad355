// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace WhiteBox {

/// Makes the calling thread, and the threads it starts from now on, yield to the program's other threads when
/// all cores are busy: a tenth of an equal share. Cannot be undone. No effect where the system has no such
/// setting for a single thread.
void makeBackgroundThread();

} // namespace WhiteBox
