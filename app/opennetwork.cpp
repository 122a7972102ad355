// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/opennetwork.h"

#include "widgets/foreignnetworkdialog.h"
#include "widgets/workbench.h"

#include <QFileDialog>

namespace WhiteBox {

void openNetwork(QWidget *parent, Workbench *workbench)
{
    const QString path = QFileDialog::getOpenFileName(
        parent, QFileDialog::tr("Open network"), {},
        QFileDialog::tr("Networks (*.safetensors *.pt *.pth *.ts);;All files (*)"));
    if (path.isEmpty())
        return;
    if (!isTorchScript(path)) {
        workbench->openNetwork(path);
        return;
    }
    auto *dialog = new ForeignNetworkDialog(path, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, workbench,
                     [workbench, path] { workbench->openNetwork(path); });
    dialog->open();
}

} // namespace WhiteBox
