// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/simd.h"

#include <QProcess>
#include <QTest>

using namespace WhiteBox;

class TestSimd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLevelIsSupported() { QVERIFY(simdLevel() <= supportedSimdLevel()); }

    void theEnvironmentCanLowerTheLevel()
    {
        if (qEnvironmentVariable("WHITEBOX_SIMD") == QLatin1String("portable")) {
            QCOMPARE(simdLevel(), SimdLevel::Portable);
            return;
        }
        QProcess child; // the level is read once in a process
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("WHITEBOX_SIMD"), QStringLiteral("portable"));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("theEnvironmentCanLowerTheLevel")});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSimd)
#include "tst_simd.moc"
