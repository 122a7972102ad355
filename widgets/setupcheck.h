// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/setup.h"

#include <QObject>
#include <QString>

#include <vector>

namespace WhiteBox {

/// Runs checkSetup() aside and tells the result of the newest check in the thread of this object.
class SetupChecker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start(const JobParameters &parameters);

Q_SIGNALS:
    void finished(const std::vector<WhiteBox::SetupItem> &items);

private:
    int m_check = 0; ///< the newest; older ones are not told
};

} // namespace WhiteBox
