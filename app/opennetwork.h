// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace WhiteBox {

class Workbench;

/// Asks for the file of a network and shows the open result as it predicts and explains it; of TorchScript it
/// asks first whether it is trusted, and what it gives.
void openNetwork(QWidget *parent, Workbench *workbench);

} // namespace WhiteBox
