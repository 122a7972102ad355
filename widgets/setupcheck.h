// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace WhiteBox {

/// One part that a job needs: whether it is there, which one, and what to do if not.
struct SetupItem
{
    QString name;   ///< "jackhmmer"
    bool ok = false;
    QString detail; ///< path and version, or what is wrong
    QString fix;    ///< empty where it is in order
};

/// Looks at jackhmmer, the database, the couplings engine and the network. Runs a program: not for the GUI thread.
std::vector<SetupItem> checkSetup(const QString &database);

/// Runs checkSetup() aside and tells the result in the thread of this object.
class SetupChecker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start(const QString &database);

Q_SIGNALS:
    void finished(const std::vector<WhiteBox::SetupItem> &items);
};

} // namespace WhiteBox
