//! Free auditors: people who follow units without being students.
