// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setupcheck.h"

#include <QPointer>
#include <QThreadPool>

namespace WhiteBox {

void SetupChecker::start(const QString &database)
{
    const QPointer<SetupChecker> self(this);
    QThreadPool::globalInstance()->start([self, database, receiver = this] {
        auto items = checkSetup(database);
        // The pool is waited for before the application ends; the pointer guards against the object's own
        // end.
        if (self)
            QMetaObject::invokeMethod(receiver, [self, items = std::move(items)] {
                if (self)
                    Q_EMIT self->finished(items);
            });
    });
}

} // namespace WhiteBox
