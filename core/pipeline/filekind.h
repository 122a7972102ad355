// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace WhiteBox {

/// What a file that came to the wrong place is, for its message.
struct FileKind
{
    QString name; ///< within a sentence: "an alignment"
    QString use;  ///< whole sentences: what takes such a file; empty where nothing does
};

/// head: the file's beginning, kContentHead bytes or all there are. HDF5 files are looked into. Any thread.
FileKind fileKind(const QByteArray &head, const QString &path);

} // namespace WhiteBox
