// SPDX-License-Identifier: GPL-3.0-or-later
// One window for each library and user: a second start hands what it was asked to open to the first.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

class QLocalSocket;
class QTimer;

namespace WhiteBox {

/// What a start was asked to do.
struct StartRequest
{
    QStringList arguments;      ///< links, and files by absolute path
    bool example = false;       ///< open the example
    QByteArray activationToken; ///< the desktop's leave to raise a window (Wayland), or empty

    /// One line of JSON.
    QByteArray toLine() const;
    /// Fails: Parse; nothing but what toLine() writes is taken.
    static Result<StartRequest> parse(const QByteArray &line);
};

class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// library: folder of the jobs. Nothing is tried yet.
    explicit SingleInstance(const QString &library, QObject *parent = nullptr);

    /// True where a window of this library runs and has taken the request: this start is done. Otherwise this
    /// is the first, which listens from now on; or, where neither the other answers within seconds nor a
    /// socket can be made, a window of its own. Waits: before there is a window.
    bool handOver(const StartRequest &request);
    bool isListening() const { return m_server.isListening(); }
    /// The socket: in $XDG_RUNTIME_DIR, else in the library's folder; for this user alone.
    QString socketPath() const { return m_socket; }

Q_SIGNALS:
    /// A later start asks. A window of it shall come to the front, whatever it asks.
    void requested(const WhiteBox::StartRequest &request);

private:
    bool becomeFirst();
    bool ask(const QByteArray &line) const;
    void greet();
    void listenTo(QLocalSocket *guest, QTimer *patience);
    void confirm(QLocalSocket *guest, const StartRequest &request);

    QString m_socket;
    QLockFile m_lock; ///< held by the first for as long as it lives; the system frees it with the process
    QLocalServer m_server;
};

} // namespace WhiteBox
