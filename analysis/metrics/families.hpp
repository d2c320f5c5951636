#pragma once
/// The families of metrics: each appends its rows. What a family counts stands at its head in the .cpp file.
#include "analysis/metrics/gauge.hpp"

namespace railshift::analysis {

/// reported_months: how many months of a year its figures sum: fewer than 12 where the run begins or ends inside the year, which then has
/// a row for each of them too.
void add_reported_months(const Gauge& gauge, MetricTable& table);
/// rail_share: numerator_kind {rail, rail_belt_pipe} x denominator_kind {rail_road, all} x basis x direction, by firm, list, city, county,
/// commodity, haul class.
void add_rail_share(const Gauge& gauge, MetricTable& table);
/// firms_at_or_above: how many listed firms stand at a share or above it. firms_passing: which share of them, reading by reading.
void add_firm_counts(const Gauge& gauge, MetricTable& table);
/// rail_tonnes, and rail_tonnes_change = rail_tonnes_volume_effect + rail_tonnes_share_effect + rail_tonnes_interaction against the base
/// year.
void add_rail_tonnes(const Gauge& gauge, MetricTable& table);
void add_growth(const Gauge& gauge, MetricTable& table);
/// rail_wishes by cause of drift.
void add_rail_wishes(const Gauge& gauge, MetricTable& table);
/// tonnes_by_chain, tonnes_by_reason, tonnes_by_standing.
void add_tonnes(const Gauge& gauge, MetricTable& table);
/// rail_station_tonnes: what the railway loads (direction out, 发送量) and unloads (in, 到达量), by station, county, prefecture, commodity.
void add_rail_station_tonnes(const Gauge& gauge, MetricTable& table);
/// rail_accepted_share (承认率), rail_fulfilled_share (兑现率): of all goods, by commodity, by haul class.
void add_accepted_shares(const Gauge& gauge, MetricTable& table);
/// transport_bill (yuan), transport_price (yuan/t), hire_cost, unpriced_tonnes.
void add_transport_bill(const Gauge& gauge, MetricTable& table);
/// clean_share: {National VI counts, does not} x {tonnes, vehicle entries}.
void add_clean_share(const Gauge& gauge, MetricTable& table);
/// clean_ok: listed firms whose works transport cleanly, by firm and as a share of firms, by month and year.
void add_clean_ok(const Gauge& gauge, MetricTable& table);
/// siding_access: share of listed firms that reach the railway, by month and year.
void add_siding_access(const Gauge& gauge, MetricTable& table);
/// unserved_share: goods left behind, by year; of the city, its counties, the list and firms; of bulk goods and of all; by commodity.
void add_unserved_share(const Gauge& gauge, MetricTable& table);
/// register_stock, new_energy_stock_share, new_energy_new_share, by segment and named set; register_left and transferred_out by cause.
void add_register(const Gauge& gauge, MetricTable& table);
/// retired_share and retired_by_order_share of frozen bases.
void add_retired_share(const Gauge& gauge, MetricTable& table);
/// through_km_inside by ring and county.
void add_through_km(const Gauge& gauge, MetricTable& table);
/// truck_km: the book of kilometres by segment and kind of work.
void add_truck_km(const Gauge& gauge, MetricTable& table);
/// exhaust by pollutant, source, ring, standard and county.
void add_exhaust(const Gauge& gauge, MetricTable& table);

}  // namespace railshift::analysis
