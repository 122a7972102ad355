// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/couplingcache.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <cstdio>

using namespace WhiteBox;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto fail = [](const Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.text()));
        return 1;
    };
    const QDir cache(QString::fromLocal8Bit(argv[2]));
    for (const char *split : {"val", "train"}) {
        auto chains = readDataSet(QString::fromLocal8Bit(argv[1]), QString::fromLatin1(split));
        if (!chains.isOk())
            return fail(chains.error());
        if (auto done = Train::fillCache(cache, chains.value(), 500, 2); !done.isOk())
            return fail(done.error());
    }
    return 0;
}
