#pragma once

#include "app/services/bulkreminderservice.h"
#include "server/jsonwriter.h"

#include <QJsonObject>

namespace accueil {

// The members of a bulk order: client_id, patients or filter, and those of a reminder without patient and recipient.
Result<BulkOrder> readBulkOrder(const QJsonObject &body);
void writeBulkOutcome(JsonWriter &json, const BulkOutcome &outcome);
QJsonObject bulkOrderSchema();
QJsonObject bulkOutcomeSchema();

} // namespace accueil
