// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jacobianfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>

namespace WhiteBox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JacobianFile", text);
}

Result<void> checkRoom(const QString &path, double bytes)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (!disk.isValid() || double(disk.bytesAvailable()) >= bytes)
        return {};
    return Error{
        ErrorKind::Resources, tr("The array does not fit on the disk"),
        tr("it takes %1 MB, %2 MB are free").arg(qint64(bytes / 1e6)).arg(disk.bytesAvailable() / 1'000'000),
        tr("Make room, choose another disk, or write float16."), path};
}

} // namespace

Result<void> writeJacobianNpy(const QString &path, const Jacobian &jacobian, NpyType type, int threads,
                              const StopToken &stop, const Progress &progress)
{
    const auto extents = jacobian.shape();
    if (auto room = checkRoom(path, jacobian.bytes() / sizeof(float) * npySize(type)); !room.isOk())
        return room;
    auto writer = NpyWriter::open(path, std::vector<qint64>(extents.begin(), extents.end()), type);
    if (!writer.isOk())
        return std::move(writer).error();
    const auto append = [&](ResiduePair, std::span<const float> values) {
        return writer.value().append(values);
    };
    if (auto streamed = jacobian.stream(append, threads, stop, progress); !streamed.isOk())
        return streamed;
    return writer.value().finish();
}

} // namespace WhiteBox
