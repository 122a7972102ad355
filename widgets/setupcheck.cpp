// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setupcheck.h"

#include <QtConcurrentRun>

namespace WhiteBox {

void SetupChecker::start(const JobParameters &parameters)
{
    const int check = ++m_check;
    QtConcurrent::run([parameters] {
        return checkSetup(parameters);
    }).then(this, [this, check](const std::vector<SetupItem> &items) {
        if (check == m_check) // a later check asks about another database
            Q_EMIT finished(items);
    });
}

} // namespace WhiteBox
