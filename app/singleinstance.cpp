// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr qint64 kMostBytes = qint64(4) << 20; ///< of a request; a command line is shorter
constexpr qsizetype kMostArguments = 10000;
constexpr int kMostGuests = 16; ///< at a time
constexpr int kPatience = 5000; ///< milliseconds that a guest has
constexpr int kLongest = 10000; ///< milliseconds that a second start tries
// What the first answers to a request, and what a guest says that is still there to hear it: one that gave up
// opens its files itself, and nobody may open them twice.
const QByteArray kReady = "ready\n";
const QByteArray kOpen = "open\n";

const QString kArguments = QStringLiteral("arguments");
const QString kExample = QStringLiteral("example");
const QString kToken = QStringLiteral("token");

QString pathFor(const QString &library)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = QFileInfo(runtime).isDir() ? runtime : library;
    const auto hash =
        QCryptographicHash::hash(QDir::cleanPath(library).toUtf8(), QCryptographicHash::Sha256).toHex();
    return QDir(folder).absoluteFilePath(QStringLiteral("whitebox-") + QString::fromLatin1(hash.left(16)));
}

} // namespace

QByteArray StartRequest::toLine() const
{
    const QJsonObject json{{kArguments, QJsonArray::fromStringList(arguments)},
                           {kExample, example},
                           {kToken, QString::fromUtf8(activationToken)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Result<StartRequest> StartRequest::parse(const QByteArray &line)
{
    const auto wrong = [] {
        return Error::parse({}, 0, QCoreApplication::translate("StartRequest", "it is no request to open"));
    };
    const auto document = QJsonDocument::fromJson(line);
    const QJsonObject json = document.object();
    if (!document.isObject() || json.size() != 3 || !json[kArguments].isArray() || !json[kExample].isBool() ||
        !json[kToken].isString() || json[kArguments].toArray().size() > kMostArguments)
        return wrong();
    StartRequest request;
    for (const auto argument : json[kArguments].toArray()) {
        if (!argument.isString())
            return wrong();
        request.arguments << argument.toString();
    }
    request.example = json[kExample].toBool();
    request.activationToken = json[kToken].toString().toUtf8();
    return request;
}

SingleInstance::SingleInstance(const QString &library, QObject *parent)
    : QObject(parent)
    , m_socket(pathFor(library))
    , m_lock(m_socket + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // a lock is stale when its process is gone, not by its age
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMostGuests);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

bool SingleInstance::handOver(const StartRequest &request)
{
    QDir().mkpath(QFileInfo(m_socket).path());
    const QByteArray line = request.toLine();
    const QDeadlineTimer end(kLongest);
    do {
        if (becomeFirst())
            return false;
        if (m_lock.error() != QLockFile::LockFailedError || line.size() > kMostBytes)
            return false;
        if (ask(line))
            return true;
        QThread::msleep(50); // the first holds the lock, and listens soon
    } while (!end.hasExpired());
    return false;
}

bool SingleInstance::becomeFirst()
{
    if (!m_lock.tryLock(0))
        return false;
    // Who holds the lock owns the name: a socket there belongs to a process that was killed.
    QLocalServer::removeServer(m_socket);
    if (!m_server.listen(m_socket))
        m_lock.unlock(); // a window without a door must not keep others waiting
    return true;
}

bool SingleInstance::ask(const QByteArray &line) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(kPatience))
        return false;
    socket.write(line);
    while (socket.bytesToWrite() > 0)
        if (!socket.waitForBytesWritten(kPatience))
            return false;
    while (socket.bytesAvailable() < kReady.size())
        if (!socket.waitForReadyRead(kPatience))
            return false;
    if (socket.read(kReady.size()) != kReady)
        return false;
    socket.write(kOpen);
    return socket.waitForBytesWritten(kPatience);
}

void SingleInstance::greet()
{
    while (QLocalSocket *guest = m_server.nextPendingConnection()) {
        connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
        if (m_server.findChildren<QLocalSocket *>().size() > kMostGuests) {
            guest->abort();
            continue;
        }
        guest->setReadBufferSize(kMostBytes + 1);
        auto *patience = new QTimer(guest);
        connect(patience, &QTimer::timeout, guest, [guest] { guest->abort(); });
        patience->start(kPatience);
        connect(guest, &QLocalSocket::readyRead, this,
                [this, guest, patience] { listenTo(guest, patience); });
        listenTo(guest, patience);
    }
}

void SingleInstance::listenTo(QLocalSocket *guest, QTimer *patience)
{
    if (!guest->canReadLine()) {
        if (guest->bytesAvailable() > kMostBytes)
            guest->abort();
        return;
    }
    const auto request = StartRequest::parse(guest->readLine());
    if (!request.isOk()) {
        guest->abort();
        return;
    }
    disconnect(guest, &QLocalSocket::readyRead, this, nullptr); // one request each
    patience->stop(); // its last word may lie here already, while this window was busy
    connect(guest, &QLocalSocket::readyRead, this,
            [this, guest, asked = request.value()] { confirm(guest, asked); });
    guest->write(kReady);
}

void SingleInstance::confirm(QLocalSocket *guest, const StartRequest &request)
{
    if (guest->bytesAvailable() < kOpen.size())
        return;
    const StartRequest asked = request; // the connection that holds it ends now
    disconnect(guest, &QLocalSocket::readyRead, this, nullptr);
    const bool waits = guest->read(kOpen.size()) == kOpen;
    guest->disconnectFromServer();
    if (waits)
        Q_EMIT requested(asked);
}

} // namespace WhiteBox
